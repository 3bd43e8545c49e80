import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { addFirstChannel, channelKinds, tryFirstChannel } from '#capabilities/contacts/index.ts';
import { readCertificate, type Installation, type Pem } from '#capabilities/setup/index.ts';
import { packageRoot, type Config } from '#platform/config/index.ts';
import type { TlsDoor } from '#platform/http/index.ts';
import type { Log } from '#platform/log/index.ts';
import type { Context } from '#platform/operations/index.ts';

/** What was set in the pages for the whole machine; settings of the environment come before it. */
const keptJson = z.object({ backupFolder: z.string().optional() });

type Wanted = Pick<Config, 'dataFolder' | 'backupFolder' | 'certificate' | 'publicUrl' | 'trustProxy' | 'host'>;

/** The installation while it runs; the door of TLS is hung in when there is a server. */
export interface RunningInstallation extends Installation {
  /** Uses the certificate there is, and looks for another one every minute. @throws what TLS says of files that were named in the environment and cannot be used */
  open(door: TlsDoor, address: string): void;
  /** Reads the files again when they have changed. A pair that does not fit is not used: the one before stays. */
  look(): void;
  address(): string;
  close(): void;
}

const MINUTE = 60_000;

/** What belongs to the machine: certificate, backup folder, address. */
export function openInstallation(config: Wanted, log: Log, context: () => Context): RunningInstallation {
  const tls = openCertificate(config, log);
  const folder = keptFolder(config);
  let listening = '';
  const address = (): string => (tls.on() ? listening.replace(/^http:/, 'https:') : listening);
  return {
    dataFolder: config.dataFolder,
    policies: join(packageRoot(), 'policies'),
    ...folder,
    readCertificate: (pem) => readCertificate(pem, context().clock.now()),
    async keepCertificate(pem) {
      await tls.keep(pem);
      return config.publicUrl === undefined ? address() : null;
    },
    reach() {
      const used = tls.used();
      return {
        listening: address(), publicUrl: config.publicUrl ?? null, behindProxy: config.trustProxy !== false, loopback: /^(127\.|localhost$|::1$)/.test(config.host),
        certificate: used && { from: config.certificate ? 'environment' : 'uploaded', found: readCertificate(used, context().clock.now()) },
      };
    },
    channels: {
      kinds: channelKinds,
      add: (scope, channel) => addFirstChannel(context(), scope, channel),
      tryOut: (channel, to, language) => tryFirstChannel(context(), channel, to, language),
    },
    open(door, at) {
      listening = at;
      tls.open(door);
    },
    look: tls.look,
    address,
    close: tls.close,
  };
}

function keptFolder({ dataFolder, backupFolder }: Wanted): Pick<Installation, 'backup' | 'keepBackupFolder'> {
  const file = join(dataFolder, 'installation.json');
  return {
    async backup() {
      if (backupFolder !== undefined) return { folder: backupFolder, from: 'environment' };
      const kept = keptJson.safeParse(await readFile(file, 'utf8').then((text) => JSON.parse(text) as unknown, () => ({})));
      const folder = kept.success ? (kept.data.backupFolder ?? null) : null;
      return { folder, from: folder === null ? null : 'settings' };
    },
    keepBackupFolder: (folder) => written(dataFolder, 'installation.json', JSON.stringify({ backupFolder: folder })),
  };
}

interface Certificate { keep(pem: Pem): Promise<void>; used(): Pem | null; on(): boolean; open(door: TlsDoor): void; look(): void; close(): void }

function openCertificate({ certificate: named, dataFolder }: Wanted, log: Log): Certificate {
  const folder = join(dataFolder, 'tls');
  const files = named ?? { cert: join(folder, 'cert.pem'), key: join(folder, 'key.pem') };
  let door: TlsDoor | null = null;
  let used: Pem | null = null;
  let timer: NodeJS.Timeout | undefined;
  const take = (pem: Pem): void => {
    if (used?.cert === pem.cert && used.key === pem.key) return;
    door?.use(pem);
    used = pem;
  };
  const look = (): void => {
    const found = readPair(files);
    try {
      if (found) take(found);
      else if (named) log.error({ cert: files.cert }, 'the certificate named in the environment cannot be read; the one before stays in use');
    } catch (error) {
      log.error({ err: error }, 'a certificate that was renewed does not fit its key; the one before stays in use');
    }
  };
  return {
    used: () => used, on: () => door?.on() ?? false, look,
    async keep(pem) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await written(folder, 'key.pem', pem.key);
      await written(folder, 'cert.pem', pem.cert);
      // Where the environment names files, those count until it names none.
      if (!named) take(pem);
    },
    open(hung) {
      door = hung;
      const found = readPair(files);
      if (named && !found) throw new Error(`AFTERCARE_TLS_CERT, AFTERCARE_TLS_KEY: 证书文件读不出来 the files of the certificate cannot be read: ${files.cert}, ${files.key}`);
      if (found) take(found);
      timer = setInterval(look, MINUTE).unref();
    },
    close() {
      clearInterval(timer);
      door?.close();
    },
  };
}

function readPair({ cert, key }: { readonly cert: string; readonly key: string }): Pem | null {
  try {
    return { cert: readFileSync(cert, 'utf8'), key: readFileSync(key, 'utf8') };
  } catch {
    return null;
  }
}

/** Whole or not at all, and for nobody else's eyes. */
async function written(folder: string, name: string, text: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const beside = join(folder, `.${name}.${randomBytes(4).toString('hex')}`);
  await writeFile(beside, text, { mode: 0o600, flush: true });
  await rename(beside, join(folder, name));
}
