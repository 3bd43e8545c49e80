import { createTransport } from 'nodemailer';
import type { Mail } from './mailer.ts';

/** A mail server as somebody entered it. */
export interface MailServer {
  /** The address to connect to; the certificate must be that of `name`. */
  readonly address: string;
  readonly name: string;
  readonly port: number;
  /** Encrypted from the first byte; else encryption is asked for after the greeting, and a password never travels without it. */
  readonly secure: boolean;
  readonly user: string;
  readonly password: string;
  readonly from: string;
}

const MILLISECONDS = 5000;

/** Sends one mail over a connection of its own. @throws what the server or the network said. */
export async function mailOnce(server: MailServer, { to, subject, text, messageId }: Mail): Promise<void> {
  const signIn = server.user !== '' && server.password !== '';
  const transport = createTransport({
    host: server.address, port: server.port, secure: server.secure, requireTLS: signIn && !server.secure, tls: { servername: server.name },
    connectionTimeout: MILLISECONDS, greetingTimeout: MILLISECONDS, socketTimeout: MILLISECONDS, dnsTimeout: MILLISECONDS, disableFileAccess: true, disableUrlAccess: true,
    ...(signIn ? { auth: { user: server.user, pass: server.password } } : {}),
  });
  try {
    await transport.sendMail({ from: server.from, to: { name: '', address: to }, subject, text, messageId, headers: { 'Auto-Submitted': 'auto-generated' } });
  } finally {
    transport.close();
  }
}
