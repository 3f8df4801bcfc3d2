import { hash } from './hash.ts';

/**
 * Id of a question of an explainer (问题编号), for its address and its answer in search: six letters and digits made from
 * its text, so that questions may be put in another order.
 */
export const questionId = (text: string): string => hash(text).padStart(7, '0').slice(-6);
