import { Component, Suspense, type ReactElement, type ReactNode } from 'react';
import { useWords } from '../words/index.ts';
import { partWords } from '../words/parts.ts';
import { Loading, Notice } from './states.tsx';

/** What a page shows instead of itself when it broke; the frame around it and every other page go on. */
export function BrokenPage({ message, again }: { message: string; again: () => void }): ReactElement {
  const say = useWords(partWords);
  return <Notice text={say('pageBroke')} more={say('pageBrokeNext', { message })}><button type="button" className="notice-on" onClick={again}>{say('again')}</button></Notice>;
}

interface Props { readonly children: ReactNode; readonly page: string }

/** Holds one page: its loading, its failure. A new `page` is a new try. */
export class PageBoundary extends Component<Props, { readonly broken: Error | null; readonly page: string }> {
  override state = { broken: null as Error | null, page: this.props.page };

  static getDerivedStateFromError(broken: Error): { broken: Error } {
    return { broken };
  }

  static getDerivedStateFromProps(props: Props, state: { page: string }): { broken: null; page: string } | null {
    return props.page === state.page ? null : { broken: null, page: props.page };
  }

  override render(): ReactNode {
    const { broken } = this.state;
    if (broken) return <BrokenPage message={broken.message} again={() => (notFetched(broken) ? location.reload() : this.setState({ broken: null }))} />;
    return <Suspense fallback={<Loading rows={8} />}>{this.props.children}</Suspense>;
  }
}

/** A part of the product that could not be fetched, mostly because a newer version is there: only a fresh page finds it. */
function notFetched(broken: Error): boolean {
  return /dynamically imported module|module script failed|preload/iu.test(broken.message);
}
