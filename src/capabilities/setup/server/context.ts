import type { Scope } from '#platform/db/index.ts';
import type { Actor } from '#platform/operations/index.ts';
import type { CertificateJson, ChannelToAdd, KindJson, ReachJson } from '../contract.ts';

export interface Pem { readonly cert: string; readonly key: string }

/** What belongs to the installation and to no company; joined in `main`. */
export interface Installation {
  /** How browsers reach us. */
  reach(): ReachJson;
  readCertificate(pem: Pem): CertificateJson;
  /** Keeps a certificate in the data folder and uses it from the next connection on. @returns the address of browsers from then on. */
  keepCertificate(pem: Pem): Promise<string | null>;
  readonly dataFolder: string;
  backup(): Promise<{ readonly folder: string | null; readonly from: 'environment' | 'settings' | null }>;
  keepBackupFolder(folder: string): Promise<void>;
  /** Folder of the policies that come with the product. */
  readonly policies: string;
  readonly channels: {
    readonly kinds: readonly KindJson[];
    /** @throws Failure 422 naming the fields that do not fit */
    add(scope: Scope<Actor>, channel: ChannelToAdd): Promise<void>;
    /** Sends one message over a channel that is not kept. @throws Failure 422 */
    tryOut(channel: ChannelToAdd, to: string | null, language: 'zh' | 'en'): Promise<{ readonly ok: boolean; readonly answer: string }>;
  };
}

declare module '#platform/operations/context.ts' {
  interface Context {
    readonly installation: Installation;
  }
}
