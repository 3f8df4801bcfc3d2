import { catalog } from '#catalog';

/** Explainers that have a text for the loudspeaker. */
export const radioTexts = catalog.policies.flatMap((policy) =>
  policy.data.radio === undefined ? [] : [{ policy, text: policy.data.radio }],
);
