import type { Shipped } from '../src/build/shipped.ts';

/** As much of a CycloneDX bill as is needed here. */
export interface Bill {
  components: { 'bom-ref': string; group?: string; name: string; version: string }[];
  dependencies?: { ref: string; dependsOn?: string[] }[];
}

/** The bill of what is served alone: its own packages, without those that only build. Throws where the bill lacks one. */
export function servedBill<B extends Bill>(bill: B, shipped: readonly Shipped[]): B {
  const named = (one: Bill['components'][number]) => (one.group ? `${one.group}/${one.name}` : one.name);
  const components = shipped.map(({ name, version }) => {
    const found = bill.components.find((one) => named(one) === name && one.version === version);
    if (!found) throw new Error(`清单里没有 ${name} ${version} — 先运行 npm ci`);
    return found;
  });
  const refs = new Set(components.map((one) => one['bom-ref']));
  const dependencies = (bill.dependencies ?? [])
    .filter(({ ref }) => refs.has(ref))
    .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((one) => refs.has(one)) }));
  return { ...bill, components, dependencies };
}
