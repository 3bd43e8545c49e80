import { createTransport } from 'nodemailer';

/** One mail, plain text in UTF-8. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** With angle brackets; the same when it is tried again, so that a mailbox can tell a repetition. */
  readonly messageId: string;
}

export interface Mailer {
  /** Settles when the server has taken the mail. @throws what the server or the network said. */
  send(mail: Mail): Promise<void>;
  close(): void;
}

export interface MailerOptions {
  /** `smtp://…` or `smtps://user:password@host:port`. */
  readonly smtpUrl: string;
  /** `Aftercare <care@example.com>`. */
  readonly from: string;
}

const CONNECT_MILLISECONDS = 10_000;
const SILENCE_MILLISECONDS = 30_000;

/** Opens a pool of two connections; the first is made with the first mail. */
export function openMailer({ smtpUrl, from }: MailerOptions): Mailer {
  const transport = createTransport({
    url: smtpUrl, pool: true, maxConnections: 2, connectionTimeout: CONNECT_MILLISECONDS, greetingTimeout: CONNECT_MILLISECONDS, socketTimeout: SILENCE_MILLISECONDS,
    disableFileAccess: true, disableUrlAccess: true,
  });
  return {
    async send({ to, subject, text, messageId }) {
      // `address` keeps what was typed into a person's e-mail field one address, whatever commas stand in it.
      await transport.sendMail({ from, to: { name: '', address: to }, subject, text, messageId, headers: { 'Auto-Submitted': 'auto-generated' } });
    },
    close: () => transport.close(),
  };
}
