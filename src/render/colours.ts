/** A colour of tokens.css by its name: river → #0c4756. */
export type Colours = (name: string) => string;

const blocks = { light: /:root\s*\{([^}]*)\}/, dark: /:root\[data-theme='dark'\]\s*\{([^}]*)\}/ };

/** Colours of the light or the dark scheme, for pictures and for what browsers draw around pages; `css` is the text of tokens.css. */
export function coloursOf(css: string, scheme: keyof typeof blocks): Colours {
  const [, block = ''] = blocks[scheme].exec(css) ?? [];
  const found = new Map(
    Array.from(block.matchAll(/--([a-z]+):\s*(#[\da-f]+)/gi), ([, name = '', value = '']) => [name, value]),
  );
  return (name) => {
    const colour = found.get(name);
    if (colour === undefined) throw new Error(`tokens.css 里没有颜色「${name}」`);
    return colour;
  };
}
