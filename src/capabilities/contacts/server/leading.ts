import type { Text } from '#engine/text.ts';
import { addressTrouble, type ChannelKind, type Settings } from '../channels/index.ts';
import type { Reach } from '../rules/addresses.ts';
import { pin, type Resolve } from './post.ts';

/**
 * Why a channel that leads there is not kept: into the own network, without TLS, to a name nobody finds. The same is asked again at each
 * sending, for a name may lead elsewhere by then. Left out, or no address at all: that the fields themselves say. @returns null when it may.
 */
export async function leadingTrouble({ leads }: Pick<ChannelKind, 'leads'>, settings: Settings, reach: Reach, resolve: Resolve): Promise<Text | null> {
  const given = settings[leads]?.trim() ?? '';
  if (given === '' || (leads === 'url' && addressTrouble(given) !== null)) return null;
  const { host, secure } = leads === 'url' ? placeOf(new URL(given)) : { host: given, secure: true };
  const pinned = await pin(host, secure, reach, resolve);
  return 'trouble' in pinned ? pinned.trouble : null;
}

const placeOf = (url: URL): { readonly host: string; readonly secure: boolean } => ({ host: url.hostname, secure: url.protocol === 'https:' });
