export interface FaultPart {
  code: string;
  field?: string;
  args: Record<string, unknown>;
}

/** What went wrong, as code and arguments; the interface makes the sentence. */
export class Fault extends Error {
  readonly status: number;
  readonly code: string;
  readonly args: Record<string, unknown>;
  readonly parts: FaultPart[];

  constructor(status: number, parts: FaultPart[]) {
    const first = parts[0] ?? { code: 'client.unknown', args: {} };
    super(first.code);
    this.status = status;
    this.code = first.code;
    this.args = first.args;
    this.parts = parts.length > 0 ? parts : [first];
  }

  /** Nothing came back: whether the server got it is not known, so it is sent again with the same key. */
  get offline(): boolean {
    return this.status === 0;
  }

  /** The parts by input field, for marking what is to be mended. */
  get fields(): Record<string, FaultPart> {
    return Object.fromEntries(this.parts.filter((part) => part.field).map((part) => [part.field, part]));
  }
}

export const offline = (): Fault => new Fault(0, [{ code: 'client.offline', args: {} }]);

export const isFault = (error: unknown): error is Fault => error instanceof Fault;

export const faultOf = (error: unknown): Fault =>
  isFault(error) ? error : new Fault(-1, [{ code: 'client.unknown', args: {} }]);

/** Reads a problem+json answer; an answer that is none (a proxy's page) is a fault too. */
export async function readProblem(response: Response): Promise<Fault> {
  try {
    const problem = (await response.json()) as Partial<FaultPart> & { faults?: FaultPart[] };
    if (typeof problem.code !== 'string') throw new Error('no code');
    const whole: FaultPart = { code: problem.code, field: problem.field, args: problem.args ?? {} };
    return new Fault(response.status, problem.faults?.length ? problem.faults : [whole]);
  } catch {
    return response.status >= 502 && response.status <= 504
      ? offline()
      : new Fault(response.status, [{ code: 'client.unknown', args: {} }]);
  }
}
