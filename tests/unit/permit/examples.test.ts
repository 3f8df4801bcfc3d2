import { describe, expect, test } from 'vitest';
import { compile } from '#domain/permit/graph.ts';
import type { Answers, Outcome } from '#domain/permit/judge.ts';
import { walk } from '#domain/permit/measure.ts';
import { model } from './tables.ts';

// Expected by hand from the law (条例 is 居住证暂行条例, 国务院令第663号), not from the code.
const graph = compile(model);
const worker = {
  hukou: 'outside',
  permit: 'none',
  stay: 'half',
  settle: 'no',
  child: 'none',
  insured: 'none',
  proof: 'home',
};

function resultFor(answers: Answers): Outcome {
  const result = walk(graph, { ...worker, ...answers }).at(-1);
  if (result?.kind !== 'result') throw new Error('没有结果');
  return result.outcome;
}

describe('registered for less than half a year (登记没满半年)', () => {
  // 条例第二条 asks for half a year; in 吉林省 it counts from the registration.
  const { now, later, next } = resultFor({ stay: 'short' });
  test('the permit comes later, and so does what needs it', () => {
    expect(now).not.toContain('apply-permit');
    expect(later).toEqual(expect.arrayContaining(['apply-permit', 'permit-guarantee', 'hardship-temporary']));
  });
  test('to wait with the registration kept up is the first step', () => {
    expect(next[0]).toBe('wait-half-year');
  });
  test('work, wages, legal aid and public health need no permit', () => {
    for (const id of ['job-service', 'wage-claim', 'legal-aid-wages', 'public-health']) expect(now).toContain(id);
  });
  test('who never registered has to begin with that (户口登记条例第十五条)', () => {
    expect(resultFor({ stay: 'unregistered' }).next[0]).toBe('register-residence');
  });
});

describe('permit lapsed (签注逾期)', () => {
  // 条例第十条: its use is suspended until it is endorsed again; 第二十一条: endorsement is free.
  const { now, later, maybe, next } = resultFor({ permit: 'expired', child: 'compulsory' });
  test('what the permit guarantees is suspended, not lost', () => {
    expect(now).not.toContain('permit-guarantee');
    expect(later).toContain('permit-guarantee');
  });
  test('to have it endorsed is the first step, and free', () => {
    expect(next[0]).toBe('re-endorse');
    expect(now).toContain('free-endorsement');
  });
  test('nobody is sent to apply for a first permit again', () => {
    expect([...now, ...later, ...maybe]).not.toContain('apply-permit');
  });
  test('a place at school by the permit has to wait for it, the right to school does not', () => {
    expect(later).toContain('compulsory-by-permit');
    expect(now).toContain('compulsory-right');
  });
});

describe('child of school age (孩子该上小学、初中)', () => {
  // 义务教育法第十二条: equal conditions where the parents work or live. 条例第十二条: by the permit.
  test('with a valid permit both the right and the proof are there', () => {
    const { now, next } = resultFor({ permit: 'current', child: 'compulsory' });
    expect(now).toEqual(expect.arrayContaining(['compulsory-right', 'compulsory-by-permit', 'child-vaccines']));
    expect(next[0]).toBe('school-enrol');
  });
  test('without one the right stands, the proof comes later, and enrolling is still a step', () => {
    const { now, later, next } = resultFor({ permit: 'none', child: 'compulsory' });
    expect(now).toContain('compulsory-right');
    expect(later).toContain('compulsory-by-permit');
    expect(next).toEqual(expect.arrayContaining(['apply-permit-step', 'school-enrol']));
  });
  test('a child of local 户口 enrols as one', () => {
    const { now, later, maybe } = resultFor({ hukou: 'local', child: 'compulsory' });
    expect(now).toContain('compulsory-right');
    expect([...now, ...later, ...maybe]).not.toContain('compulsory-by-permit');
  });
});

describe('wants to settle (想落户)', () => {
  // The provincial opinion asks for a steady home, rented ones included, not for a permit or years of insurance.
  test('needs no permit, not even a registration', () => {
    const { now, next } = resultFor({ settle: 'yes', stay: 'unregistered', proof: 'home' });
    expect(now).toEqual(expect.arrayContaining(['settle-hukou', 'hukou-transfer-one-stop', 'land-rights-kept']));
    expect(next[0]).toBe('settle-apply');
  });
  test('without a proof of home or work it comes later; the land is kept all the same (农村土地承包法第二十七条)', () => {
    const { now, later, next } = resultFor({ settle: 'yes', proof: 'none' });
    expect(later).toContain('settle-hukou');
    expect(now).toContain('land-rights-kept');
    expect(next).toContain('settle-ask');
  });
  test('is never pressed on who does not want it (条例第十五条)', () => {
    const { now, later, maybe, next } = resultFor({ settle: 'no' });
    expect([...now, ...later, ...maybe, ...next].filter((id) => id.startsWith('settle'))).toEqual([]);
  });
});

describe('insured back home (在老家参保)', () => {
  test('from another province: file first, then be treated (社会保险法第二十九条)', () => {
    const { now, next } = resultFor({ insured: 'resident-home' });
    expect(now).toEqual(expect.arrayContaining(['remote-medical-filing', 'pension-link']));
    expect(now).not.toContain('remote-medical-no-filing');
    expect(next).toContain('file-remote-medical');
  });
  test('from within the province no filing for out-patients', () => {
    const { now, next } = resultFor({ hukou: 'province', insured: 'resident-home' });
    expect(now).toContain('remote-medical-no-filing');
    expect(next).toContain('show-card-in-province');
  });
  test('from a county of the city no filing at all', () => {
    expect(resultFor({ hukou: 'prefecture', insured: 'resident-home' }).now).not.toContain('remote-medical-filing');
  });
});

describe('five people', () => {
  test('a cashier from 内蒙古, registered for eight months, with a contract but no lease, can apply', () => {
    const { now, next } = resultFor({ proof: 'job', insured: 'here' });
    expect(now).toEqual(expect.arrayContaining(['apply-permit', 'pension-transfer', 'housing-fund']));
    for (const id of ['permit-guarantee', 'free-endorsement', 'remote-medical-filing']) expect(now).not.toContain(id);
    expect(next[0]).toBe('apply-permit-step');
  });
  test('a waitress from 白山 with a valid permit enrols her daughter', () => {
    const { now, next } = resultFor({
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
    expect(next[0]).toBe('school-enrol');
  });
  test('a couple from 山东 with a snack bar goes straight to the 户籍 window', () => {
    const { now, next } = resultFor({ permit: 'current', settle: 'yes', child: 'preschool' });
    expect(now).toEqual(
      expect.arrayContaining([
        'settle-hukou',
        'hukou-transfer-one-stop',
        'land-rights-kept',
        'preschool-nearby',
        'preschool-fee-waiver',
      ]),
    );
    for (const id of ['compulsory-by-permit', 'apply-permit']) expect(now).not.toContain(id);
    expect(next[0]).toBe('settle-apply');
  });
  test('a mother from 辽宁 replaces her lost permit first', () => {
    const { now, next } = resultFor({ permit: 'lost', child: 'preschool', insured: 'elsewhere' });
    expect(now).toEqual(
      expect.arrayContaining(['permit-replacement', 'preschool-nearby', 'child-vaccines', 'remote-medical-filing']),
    );
    for (const id of ['permit-guarantee', 'hardship-temporary', 'free-endorsement']) expect(now).not.toContain(id);
    expect(next[0]).toBe('replace-permit');
  });
  test('a nanny from 松原, here for a week with no paper, registers first', () => {
    const { now, next } = resultFor({
      hukou: 'province',
      stay: 'unregistered',
      proof: 'none',
      insured: 'resident-home',
    });
    expect(now).toEqual(expect.arrayContaining(['job-service', 'skills-training', 'remote-medical-no-filing']));
    for (const id of ['apply-permit', 'permit-guarantee']) expect(now).not.toContain(id);
    expect(next.slice(0, 2)).toEqual(['register-residence', 'gather-proof']);
  });
});
