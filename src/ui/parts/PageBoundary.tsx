import { Alert, Button } from 'antd';
import { Component, Suspense, type ReactElement, type ReactNode } from 'react';
import { useWords } from '../words/index.ts';
import { partWords } from '../words/parts.ts';
import { Loading } from './states.tsx';

/** What a page shows instead of itself when it broke; the frame around it and every other page go on. */
export function BrokenPage({ message, again }: { message: string; again: () => void }): ReactElement {
  const say = useWords(partWords);
  return <Alert type="warning" showIcon role="alert" title={say('pageBroke')} description={say('pageBrokeNext', { message })} action={<Button onClick={again}>{say('again')}</Button>} />;
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
    if (broken) return <BrokenPage message={broken.message} again={() => this.setState({ broken: null })} />;
    return <Suspense fallback={<Loading rows={8} />}>{this.props.children}</Suspense>;
  }
}
