/** An address to which a path can be added. */
export const withoutTrailingSlash = (address: string): string => address.replace(/\/+$/u, '');
