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

const works = (me: Me): boolean => holds(me, 'work');

/** The menu: most see four entries, only administrators all. */
export const MENU: readonly MenuEntry[] = [
  { to: '/', word: 'desk', Sign: HomeOutlined, shows: works },
  { to: '/intake', word: 'intake', Sign: PhoneOutlined, shows: works },
  { to: '/matters', word: 'matters', Sign: UnorderedListOutlined, shows: works },
  { to: '/policy', word: 'policy', Sign: BookOutlined, shows: (me) => holds(me, 'read-policy') },
  { to: '/refusals', word: 'refusals', Sign: StopOutlined, shows: (me) => holds(me, 'oversee') },
  { to: '/organisation', word: 'organisation', Sign: ApartmentOutlined, shows: (me) => me.administrator },
];
