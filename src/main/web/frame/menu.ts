import { ApartmentOutlined, BookOutlined, HomeOutlined, PhoneOutlined, StopOutlined, UnorderedListOutlined } from '@ant-design/icons';
import type { LinkProps } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { holds } from '#capabilities/identity/web/index.ts';
import type { Me } from '#capabilities/identity/contract.ts';
import type { frameWords } from '../words.ts';

export interface MenuEntry {
  readonly to: NonNullable<LinkProps['to']>;
  readonly word: keyof typeof frameWords;
  readonly Sign: ComponentType;
  readonly shows: (me: Me) => boolean;
}

const everybody = (): boolean => true;

/** The menu: most see four entries, only administrators all. */
export const MENU: readonly MenuEntry[] = [
  { to: '/', word: 'desk', Sign: HomeOutlined, shows: everybody },
  { to: '/intake', word: 'intake', Sign: PhoneOutlined, shows: everybody },
  { to: '/matters', word: 'matters', Sign: UnorderedListOutlined, shows: everybody },
  { to: '/policy', word: 'policy', Sign: BookOutlined, shows: everybody },
  { to: '/refusals', word: 'refusals', Sign: StopOutlined, shows: (me) => holds(me, 'oversee') || holds(me, 'audit') },
  { to: '/organisation', word: 'organisation', Sign: ApartmentOutlined, shows: (me) => me.administrator },
];
