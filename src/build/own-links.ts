import { defineHastPlugin } from 'satteri';

/** Links of the site's own texts (about, accessibility) are written as if the site stood at "/"; here they get its folder. */
export const ownLinks = (base: string) =>
  defineHastPlugin({
    name: 'own-links',
    element: {
      filter: ['a'],
      visit: (node, context) => {
        const { href } = node.properties;
        if (typeof href === 'string' && href.startsWith('/'))
          context.setProperty(node, 'href', base.replace(/\/?$/, href));
      },
    },
  });
