/**
 * What a page answers that a city does without: nothing, and no file is made. In `astro dev` it is the page for lost
 * addresses, which Astro puts in the place of an empty 404: in a build it must not.
 */
export const absent = (): Response => new Response(null, { status: import.meta.env.DEV ? 404 : 410 });
