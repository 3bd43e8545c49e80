export { openMailer, type Mail, type Mailer, type MailerOptions } from './mailer.ts';
export { mailOnce, type MailServer } from './once.ts';
