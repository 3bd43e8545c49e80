import { lazy, Suspense, type ComponentType, type ReactElement } from 'react';

const waiting = <div className="skeleton" />;

/** A part whose machinery is heavy and that few pages show: fetched when a page first does. @param load - brings the part */
export function later<P extends object>(load: () => Promise<ComponentType<P>>): (props: P) => ReactElement {
  const Part = lazy(() => load().then((part) => ({ default: part })));
  return (props) => <Suspense fallback={waiting}><Part {...props} /></Suspense>;
}
