import { useQuery } from '@tanstack/react-query';
import { Suspense, type ReactElement } from 'react';
import { IntakePage } from '#capabilities/matters/web/index.ts';
import { PhrasesPanel, phrasesQuery } from '#capabilities/phrases/web/index.ts';

/** The intake with the phrases it is given: matters know nothing of them. */
export function IntakeRoute(): ReactElement {
  const phrases = useQuery(phrasesQuery).data?.items ?? [];
  return <IntakePage phrases={phrases} PhrasesPanel={Panel} />;
}

function Panel({ close }: { close: () => void }): ReactElement {
  return <Suspense><PhrasesPanel close={close} /></Suspense>;
}
