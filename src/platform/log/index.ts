import { pino, type DestinationStream } from 'pino';

/** What the parts of the product write their diary to. Fields first, then a short sentence. */
export interface Log {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** Names whose values never reach a log, at the top or one or two levels down. */
const SECRETS = ['password', 'passwordHash', 'token', 'secret', 'key', 'cookie', 'authorization', 'set-cookie', 'connectionString'];

const redacted = SECRETS.flatMap((name) => [`["${name}"]`, `*["${name}"]`, `*.*["${name}"]`]);

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/**
 * The root of all logs, one line of JSON per entry; each part of the product takes its own from it by name.
 * Cookies, authorization headers, passwords, tokens and keys are replaced by `[hidden]`.
 * @param to - where the lines go; standard error when left out, so that standard output stays free for answers.
 * @returns a function that gives the log of one part: `logs('due')`.
 */
export function openLogs(level: LogLevel = 'info', to: DestinationStream = pino.destination(2)): (part: string) => Log {
  const root = pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, redact: { paths: redacted, censor: '[hidden]' } },
    to,
  );
  return (part) => root.child({ part });
}

/** A log that keeps nothing; for tests and for commands whose output is their answer. */
export const silentLog: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
