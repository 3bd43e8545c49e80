declare module '#platform/operations/context.ts' {
  interface Context {
    /**
     * Derives anew what is open in a company after its calendar has changed; given by the composition, because matters know
     * policies and not the other way round. @returns in how many matters something changed.
     */
    calendarChanged(tenant: string, because: Readonly<Record<string, unknown>>): Promise<number>;
  }
}

export {};
