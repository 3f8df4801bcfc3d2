/** Width and height of the icon as PNG, in pixels: what a phone's home screen asks for. */
export const iconSize = 192;
