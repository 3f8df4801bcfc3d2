import { describe, expect, test } from 'vitest';
import type { Answers } from '#domain/permit/judge.ts';
import { walk } from '#domain/permit/measure.ts';
import { compile } from '#domain/permit/pages.ts';
import { model } from './tables.ts';

// Expected by hand from the law (条例 is 居住证暂行条例, 国务院令第663号; 省办法 is 吉林省居住证管理办法), not from the code.
const checker = compile(model);
const worker = {
  hukou: 'outside',
  permit: 'none',
  stay: 'half',
  settle: 'no',
  child: 'none',
  insured: 'none',
  proof: 'home',
};

function resultFor(need: string, answers: Answers) {
  const found = checker.get(need);
  const result = found && walk(found, { ...worker, ...answers }).at(-1);
  if (result?.kind !== 'result') throw new Error('没有结果');
  return result.outcome;
}
/** What somebody has, all needs taken together. */
const everywhere = (answers: Answers) => {
  const all = model.needs.map(({ id }) => resultFor(id, answers));
  return { now: all.flatMap(({ now }) => now), first: all.map(({ next }) => next[0]) };
};

describe('a permit', () => {
  test('省办法第八、九条: half a year and one proof are enough, whichever of the three proofs', () => {
    for (const proof of ['home', 'job', 'study']) {
      const { now, next } = resultFor('permit', { proof });
      expect(now).toContain('apply-permit');
      expect(next).toEqual(['apply-permit-step']);
    }
  });
  test('省办法第十条: nobody with less than half a year of registration is told to wait: ask with the dated proof', () => {
    for (const stay of ['short', 'unregistered']) {
      const { now, maybe, next } = resultFor('permit', { stay });
      expect(now).not.toContain('apply-permit');
      expect(maybe).toContain('apply-permit');
      expect(next).toContain('ask-with-dated-proof');
    }
    expect(resultFor('permit', { stay: 'unregistered' }).next[0]).toBe('register-residence');
  });
  test('省办法第十三条: a lapsed permit is restored by endorsing, which is free (第二十五条)', () => {
    const { now, later, next } = resultFor('permit', { permit: 'expired' });
    expect(now).toContain('free-endorsement');
    expect(now).not.toContain('permit-guarantee');
    expect(later).toContain('permit-guarantee');
    expect(next[0]).toBe('re-endorse');
  });
  test('省办法第十八条: a permit of another city of the province is changed, with a step of its own, not applied for anew', () => {
    for (const hukou of ['province', 'outside']) {
      const { now, later, maybe, next } = resultFor('permit', { hukou, permit: 'another-city' });
      expect(now).toContain('permit-from-another-city');
      expect(next).toEqual(['change-permit-city']);
      expect([...now, ...later, ...maybe]).not.toContain('apply-permit');
    }
  });
  test('省办法第九、十一、十二、二十四、二十五条: what the office owes stands on every sheet', () => {
    for (const permit of ['current', 'expired', 'lost', 'none', 'another-city'])
      expect(resultFor('permit', { permit }).now).toContain('office-duties');
  });
  test('条例第二条: whose hukou is here needs none', () => {
    const { now, next } = resultFor('permit', { hukou: 'local' });
    expect(now).toEqual(['office-duties']);
    expect(next).toEqual(['go-local-window']);
  });
});

describe('school', () => {
  // 义务教育法第十二条: equal conditions where the parents work or live. 条例第十二条: by the permit.
  test('with a valid permit both the right and the proof are there', () => {
    const { now, next } = resultFor('school', { permit: 'current', child: 'compulsory' });
    expect(now).toEqual(['compulsory-right', 'compulsory-by-permit']);
    expect(next).toEqual(['school-enrol']);
  });
  test('without one the right stands, the proof comes later, and enrolling is still the step', () => {
    for (const permit of ['none', 'expired', 'lost', 'another-city']) {
      const { now, later, next } = resultFor('school', { permit, child: 'compulsory' });
      expect([now, later, next]).toEqual([['compulsory-right'], ['compulsory-by-permit'], ['school-enrol']]);
    }
  });
  test('a child of local 户口 enrols as one', () => {
    expect(resultFor('school', { hukou: 'local', child: 'compulsory' }).now).toEqual(['compulsory-right']);
  });
});

describe('settling', () => {
  test('needs no permit and no registration', () => {
    const { now, next } = resultFor('settle', { settle: 'yes', proof: 'home' });
    expect(now).toEqual(['settle-hukou', 'settle-no-home', 'hukou-transfer-one-stop', 'land-rights-kept']);
    expect(next).toEqual(['settle-apply']);
  });
  test('without a home nobody is sent away, and the land is kept all the same (农村土地承包法第二十七条)', () => {
    const { now, next } = resultFor('settle', { settle: 'yes', proof: 'none' });
    expect(now).toEqual(expect.arrayContaining(['settle-no-home', 'land-rights-kept']));
    expect(next).toEqual(['settle-ask']);
  });
  test('is never pressed on who has not made up their mind (条例第十五条)', () => {
    expect(resultFor('settle', { settle: 'no' }).now).toEqual([]);
  });
});

describe('insured back home', () => {
  test('from another province: file first, then be treated (社会保险法第二十九条)', () => {
    const { now, next } = resultFor('insurance', { insured: 'resident-home' });
    expect(now).toEqual(expect.arrayContaining(['remote-medical-filing', 'pension-link', 'resident-medical-gap']));
    expect(now).not.toContain('remote-medical-no-filing');
    expect(next).toContain('file-remote-medical');
  });
  test('from within the province no filing for out-patients', () => {
    const { now, next } = resultFor('insurance', { hukou: 'province', insured: 'resident-home' });
    expect(now).toContain('remote-medical-no-filing');
    expect(next).toContain('show-card-in-province');
  });
  test('from a county of the city no filing at all', () => {
    const { now } = resultFor('insurance', { hukou: 'prefecture', insured: 'resident-home' });
    expect(now).not.toContain('remote-medical-filing');
  });
});

describe('five people, all needs taken together', () => {
  test('a cashier from 内蒙古, registered for eight months, with a contract but no lease, can apply', () => {
    const { now, first } = everywhere({ proof: 'job', insured: 'here' });
    expect(now).toEqual(expect.arrayContaining(['apply-permit', 'pension-transfer', 'housing-fund']));
    for (const id of ['permit-guarantee', 'free-endorsement', 'remote-medical-filing']) expect(now).not.toContain(id);
    expect(first).toContain('apply-permit-step');
  });
  test('a waitress from 白山 with a valid permit enrols her daughter', () => {
    const { now, first } = everywhere({
      hukou: 'province',
      permit: 'current',
      child: 'compulsory',
      insured: 'resident-home',
    });
    expect(now).toEqual(
      expect.arrayContaining([
        'permit-guarantee',
        'compulsory-right',
        'compulsory-by-permit',
        'child-vaccines',
        'hardship-temporary',
        'remote-medical-no-filing',
      ]),
    );
    for (const id of ['apply-permit', 'permit-replacement']) expect(now).not.toContain(id);
    expect(first).toContain('school-enrol');
  });
  test('a couple from 山东 with a snack bar goes straight to the 户籍 window', () => {
    const { now, first } = everywhere({ permit: 'current', settle: 'yes', child: 'preschool' });
    expect(now).toEqual(
      expect.arrayContaining([
        'settle-hukou',
        'hukou-transfer-one-stop',
        'land-rights-kept',
        'preschool-nearby',
        'preschool-fee-waiver',
        'childcare-allowance',
      ]),
    );
    for (const id of ['compulsory-by-permit', 'apply-permit']) expect(now).not.toContain(id);
    expect(first).toContain('settle-apply');
  });
  test('a mother from 辽宁 replaces her lost permit first', () => {
    const { now, first } = everywhere({ permit: 'lost', child: 'preschool', insured: 'elsewhere' });
    expect(now).toEqual(
      expect.arrayContaining(['permit-replacement', 'preschool-nearby', 'child-vaccines', 'remote-medical-filing']),
    );
    for (const id of ['permit-guarantee', 'hardship-temporary', 'free-endorsement']) expect(now).not.toContain(id);
    expect(first).toContain('replace-permit');
  });
  test('a nanny from 松原, here for a week with no paper, registers first', () => {
    const { now, first } = everywhere({
      hukou: 'province',
      stay: 'unregistered',
      proof: 'none',
      insured: 'resident-home',
    });
    expect(now).toEqual(expect.arrayContaining(['job-service', 'skills-training', 'remote-medical-no-filing']));
    for (const id of ['apply-permit', 'permit-guarantee']) expect(now).not.toContain(id);
    expect(first).toContain('register-residence');
  });
  test('wages, legal aid and public health are there for all of them', () => {
    for (const hukou of ['local', 'prefecture', 'province', 'outside'])
      expect(everywhere({ hukou }).now).toEqual(
        expect.arrayContaining(['wage-claim', 'legal-aid-wages', 'public-health', 'job-service']),
      );
  });
});
