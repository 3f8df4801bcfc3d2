import type { Fault, Located } from '#domain/model/types.ts';
import { fieldName } from '#domain/model/field-name.ts';

/** Collects faults with their place in the files. */
export class Report {
  readonly faults: Fault[] = [];

  error(where: Located, field: readonly PropertyKey[], problem: string, remedy: string) {
    this.#add('error', where.path, where.lineOf(field), fieldName(field), problem, remedy);
  }

  warning(where: Located, field: readonly PropertyKey[], problem: string, remedy: string) {
    this.#add('warning', where.path, where.lineOf(field), fieldName(field), problem, remedy);
  }

  /** In the body, where the line is known from the tree. */
  prose(where: Located, line: number, problem: string, remedy: string, severity: Fault['severity'] = 'error') {
    this.#add(severity, where.path, line, '正文', problem, remedy);
  }

  #add(...[severity, path, line, field, problem, remedy]: [Fault['severity'], string, number, string, string, string]) {
    this.faults.push({ severity, path, line, field, problem, remedy });
  }
}
