import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';

// What Astro gives by itself: nothing of ours but the content.
export default defineConfig({
  site: 'http://127.0.0.1:4321',
  trailingSlash: 'always',
  integrations: [mdx()],
});
