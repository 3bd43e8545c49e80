import type { z } from 'zod';
import type { Language, Text } from '#engine/text.ts';

/** The values of a channel's fields, secrets among them. */
export type Settings = Readonly<Record<string, string>>;

export interface Field {
  readonly name: string;
  readonly title: Text;
  readonly hint: Text;
  readonly is: 'line' | 'secret' | 'lines' | 'choice';
  readonly required: boolean;
  /** What stands in it at first. */
  readonly start: string;
  readonly options: readonly { readonly id: string; readonly title: Text }[];
}

/** One message to one person, in the words it is to have. */
export interface Message {
  /** The same when it is tried again, so that a receiver can tell a repetition. */
  readonly id: string;
  readonly to: { readonly name: string; readonly phone: string | null; readonly email: string | null };
  readonly language: Language;
  readonly subject: string;
  /** The sentences, the gravest first. */
  readonly lines: readonly string[];
  readonly link: string | null;
}

/** What a receiver made of a message, in words. `shut` = it takes nothing for so long; `refused` = the same message will never be taken. */
export type Reply =
  | { readonly is: 'sent' | 'failed' | 'refused'; readonly answer: Text }
  | { readonly is: 'shut'; readonly answer: Text; readonly milliseconds: number };

export interface HttpRequest { readonly url: string; readonly method: string; readonly headers: Readonly<Record<string, string>>; readonly body: string | null }
export type HttpAnswer = { readonly status: number; readonly body: string } | { readonly trouble: Text };
export interface Mailing { readonly host: string; readonly port: number; readonly secure: boolean; readonly user: string; readonly password: string; readonly from: string }

/** What a channel may use of the world. */
export interface Means {
  readonly now: number;
  /** Guarded: https, public addresses only, no redirects, 5 s, 64 kB. Never throws. */
  post(request: HttpRequest): Promise<HttpAnswer>;
  /** Guarded alike. @returns null when the server took it, else why not. */
  mail(server: Mailing, mail: { readonly to: string; readonly subject: string; readonly text: string; readonly id: string }): Promise<Text | null>;
}

/** A kind of way out: one folder here, one line in the registry. */
export interface ChannelKind {
  readonly kind: string;
  readonly title: Text;
  readonly hint: Text;
  /** Whether a person needs a telephone number or an address to be reached by it. */
  readonly reaches: 'group' | 'phone' | 'email';
  /** Messages a minute, kept below what the receiver bears. */
  readonly perMinute: number;
  readonly fields: readonly Field[];
  readonly schema: z.ZodType<Readonly<Record<string, string | undefined>>>;
  /** The field that says where it leads: a web address, or the host of a mail server. */
  readonly leads: 'url' | 'host';
  /** What names the receiver: two channels with the same share one pace. */
  receiver(settings: Settings): string;
  send(settings: Settings, message: Message, means: Means): Promise<Reply>;
}
