/**
 * Whether a key belongs to the input method (输入法): while a word is being composed, and the Enter that ends it, which some
 * browsers send afterwards with key code 229.
 */
// eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else tells that Enter apart
export const isComposing = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229;
