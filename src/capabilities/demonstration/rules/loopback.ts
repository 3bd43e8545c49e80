const THIS_MACHINE = /^(?:localhost|127(?:\.\d{1,3}){3}|::1|\[::1\]|::ffff:127(?:\.\d{1,3}){3})$/i;

/** Whether an address to listen on can only be reached from the machine itself. */
export function isLoopback(host: string): boolean {
  return THIS_MACHINE.test(host);
}
