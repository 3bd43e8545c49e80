import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigRefused, packageRoot, readConfig } from './index.ts';

describe('the settings', () => {
  it('have defaults that need nothing', () => {
    expect(readConfig({})).toMatchObject({ port: 3000, host: '127.0.0.1', dataFolder: resolve('data'), trustProxy: false });
  });

  it('take an empty value for none', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '  ' })).toMatchObject({ port: 3000, databaseUrl: undefined });
  });

  it('are read as what they mean', () => {
    const config = readConfig({ PORT: '0', PUBLIC_URL: 'https://care.example.com/', TRUST_PROXY: '10.0.0.1, 10.0.0.2', MAIL_FROM: 'Care <care@example.com>' });
    expect(config).toMatchObject({ port: 0, publicUrl: 'https://care.example.com', trustProxy: ['10.0.0.1', '10.0.0.2'], mailFrom: 'Care <care@example.com>' });
    expect(readConfig({ TRUST_PROXY: '1' }).trustProxy).toBe(1);
    expect(readConfig({ TRUST_PROXY: 'loopback, 10.0.0.0/8, fd00::/8' }).trustProxy).toEqual(['loopback', '10.0.0.0/8', 'fd00::/8']);
    for (const wrong of ['maybe', '10.0.0.1,', '10.0.0.0/33', '300.1.1.1']) expect(() => readConfig({ TRUST_PROXY: wrong })).toThrow(/TRUST_PROXY/);
    expect(readConfig({ TRUST_PROXY: 'true' }).trustProxy).toBe(true);
    expect(readConfig({ DATABASE_URL: 'postgres://care@/care?host=/run/postgresql' }).databaseUrl).toContain('/run/postgresql');
  });

  it('name whole origins of those that may frame the intake, and nothing looser', () => {
    expect(readConfig({}).frameAncestors).toEqual([]);
    expect(readConfig({ AFTERCARE_FRAME_ANCESTORS: 'https://pbx.example.com/, http://10.0.0.5:8088' }).frameAncestors).toEqual(['https://pbx.example.com', 'http://10.0.0.5:8088']);
    for (const loose of ['*', 'https://*.example.com', 'pbx.example.com', "https://a.example.com;script-src 'unsafe-inline'", 'https://a.example.com/path', 'javascript:alert(1)']) {
      expect(() => readConfig({ AFTERCARE_FRAME_ANCESTORS: loose }), loose).toThrow(/AFTERCARE_FRAME_ANCESTORS/);
    }
  });

  it('are refused all together, by name and without their values', () => {
    const read = (): unknown => readConfig({ PORT: '70000', SMTP_URL: 'https://u:hush-hush@x', DATABASE_URL: 'mysql://u:hush-hush@x' });
    expect(read).toThrow(ConfigRefused);
    expect(read).toThrow(/PORT: [\s\S]*DATABASE_URL: [\s\S]*SMTP_URL: /);
    expect(read).not.toThrow(/hush-hush/);
  });
});

describe('the folder of the product', () => {
  it('is the one with the migrations', () => {
    expect(packageRoot()).toBe(resolve('.'));
  });
});
