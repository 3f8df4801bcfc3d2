import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

const kind = (name: string) =>
  defineCollection({
    loader: glob({ pattern: '*.mdx', base: `${process.env['CONTENT_DIR'] ?? '../../src/content'}/${name}` }),
    schema: z.looseObject({ title: z.string(), summary: z.string() }),
  });

export const collections = {
  policies: kind('policies'),
  places: kind('places'),
  clusters: kind('clusters'),
  cases: kind('cases'),
};
