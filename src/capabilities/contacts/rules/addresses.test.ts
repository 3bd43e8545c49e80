import { describe, expect, it } from 'vitest';
import { kindOf, reachTrouble } from './addresses.ts';

describe('what an address is', () => {
  it.each([
    '10.0.0.1', '10.255.255.255', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '100.64.0.1', '100.100.100.200', '0.0.0.0', '192.0.2.1', '198.18.0.1', '224.0.0.1', '255.255.255.255', '168.63.129.16', '192.31.196.1', '192.52.193.1', '192.175.48.1',
    'fe80::1', 'fe80::1%eth0', 'fc00::1', 'fd00:ec2::254', '::', 'ff02::1', '2001:db8::1', '2002:7f00:1::', '::ffff:10.0.0.1', '::ffff:a9fe:a9fe', '64:ff9b::10.0.0.1', '64:ff9b::7f00:1', '::7f00:1', '::127.0.0.1', '2001::1', '3fff::1', '3fff:fff::1', '2620:4f:8000::1', '64:ff9b:1::a00:1', '100::1', '5f00::1', 'fec0::1', '::ffff:168.63.129.16', '64:ff9b::168.63.129.16',
  ])('%s is internal', (address) => expect(kindOf(address)).toBe('internal'));

  it.each(['127.0.0.1', '127.255.0.1', '::1', '0:0:0:0:0:0:0:1', '::ffff:127.0.0.1'])('%s is this machine', (address) => expect(kindOf(address)).toBe('loopback'));

  it.each(['8.8.8.8', '168.63.129.15', '168.63.129.17', '3fff:1000::1', '2620:4f:8001::1', '172.15.0.1', '172.32.0.1', '100.63.0.1', '100.128.0.1', '223.5.5.5', '2400:3200::1', '2001:4860:4860::8888', '::ffff:8.8.8.8', '64:ff9b::8.8.8.8'])('%s is public', (address) => expect(kindOf(address)).toBe('public'));

  it.each(['', 'localhost', '1.2.3', '1.2.3.4.5', '256.1.1.1', '01.2.3.4', '1::2::3', '12345::', ':::', 'g::1', '1:2:3:4:5:6:7'])('“%s” is no address', (address) => expect(kindOf(address)).toBe('unreadable'));
});

describe('writing to an address', () => {
  it('needs https and public addresses only: one internal among them is enough to refuse', () => {
    expect(reachTrouble(true, 'a.example', ['8.8.8.8', '2400:3200::1'], 'public')).toBeNull();
    expect(reachTrouble(false, 'a.example', ['8.8.8.8'], 'public')?.zh).toContain('https');
    expect(reachTrouble(true, 'a.example', ['8.8.8.8', '10.0.0.1'], 'public')?.zh).toContain('内部网络');
    expect(reachTrouble(true, 'a.example', ['127.0.0.1'], 'public')?.zh).toContain('本机');
    expect(reachTrouble(true, 'a.example', [], 'public')?.zh).toContain('找不到');
  });

  it('may stay on this machine where that was allowed, and still goes to no internal network', () => {
    expect(reachTrouble(false, 'localhost', ['127.0.0.1', '::1'], 'public-or-loopback')).toBeNull();
    expect(reachTrouble(false, 'x', ['127.0.0.1', '10.0.0.1'], 'public-or-loopback')).not.toBeNull();
    expect(reachTrouble(true, 'x', ['169.254.169.254'], 'public-or-loopback')).not.toBeNull();
  });
});
