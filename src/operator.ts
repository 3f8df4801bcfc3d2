import type { Operator } from '#domain/site/operator.ts';

/**
 * Who runs the site. Fill in what is true and never invent a number; what is empty is not shown. While there is no name,
 * the footer says that this is a demonstration. `npm run build` names what is still empty.
 */
export const operator: Operator = {
  name: '',
  contact: '',
  email: '',
  siteIdCode: '',
  icpNumber: '',
  policeNumber: '',
  dataLicence: '',
  dataLicenceUrl: '',
};
