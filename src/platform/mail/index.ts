export { openMailer, type Mail, type Mailer, type MailerOptions } from './mailer.ts';
