import { iconSvg } from '#render/icon.ts';
import { colour, colourOnDark } from '#site';

export const GET = () => new Response(iconSvg(colour, colourOnDark), { headers: { 'content-type': 'image/svg+xml' } });
