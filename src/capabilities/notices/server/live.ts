import type { Bearer } from '#engine';
import type { LiveNews } from '#capabilities/matters/index.ts';

/** A piece of news as it reaches a browser: what to read again, never its content. */
export interface News { readonly event: 'matter' | 'notice' | 'clock'; readonly payload: Readonly<Record<string, unknown>> }
export type Listener = (news: News) => void;

/** Carries news of this process to the browsers that listen to it. */
export interface LiveHub extends LiveNews {
  /**
   * @param bears - whether the listener is one of these; of matters that only some may see, he hears when he is. Left out = of none of them.
   * @returns what ends the subscription; calling it twice does no harm.
   */
  subscribe(tenant: string, person: string, listener: Listener, bears?: (seers: readonly Bearer[]) => boolean): () => void;
}

interface Listening { readonly person: string; readonly listener: Listener; readonly bears: (seers: readonly Bearer[]) => boolean }

/**
 * News of matters go to whoever of the company listens and may see them, those of the clock to everybody, a notice only to its person. Nothing is kept:
 * who was away reads his lists again when he is back.
 */
export function liveHub(): LiveHub {
  const companies = new Map<string, Set<Listening>>();
  return {
    publish(tenant, news) {
      for (const { person, listener, bears } of companies.get(tenant) ?? []) {
        if (news.seers && !bears(news.seers)) continue;
        if (news.event !== 'notice' || news.payload['person'] === person) listener(outwards(news));
      }
    },
    subscribe(tenant, person, listener, bears = () => false) {
      const listening = { person, listener, bears };
      const ofTenant = companies.get(tenant) ?? new Set();
      companies.set(tenant, ofTenant.add(listening));
      return () => {
        ofTenant.delete(listening);
        if (ofTenant.size === 0 && companies.get(tenant) === ofTenant) companies.delete(tenant);
      };
    },
  };
}

/** Only what a browser needs in order to read again. */
function outwards({ event, payload }: Parameters<LiveNews['publish']>[1]): News {
  if (event === 'matter') return { event, payload: { id: payload['id'], version: payload['version'] } };
  if (event === 'notice') return { event, payload: { id: payload['id'], class: payload['class'], ...(payload['taken'] === true ? { taken: true } : {}) } };
  return { event, payload };
}
