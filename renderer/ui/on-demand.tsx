import type { ComponentType, ReactNode } from 'react'

/** A component whose code is fetched when it is first shown, or before, by `preload`. It suspends until it is there. */
export interface OnDemand<P> {
  (props: P): ReactNode
  /** Fetches the code ahead of its use. A failure is left to the first use, which tries again. */
  preload(): void
}

/**
 * As React's `lazy`, but a component that was fetched ahead shows at once, without a moment of the fallback, and a
 * fetch that failed is tried again the next time.
 */
export function onDemand<P extends object>(load: () => Promise<ComponentType<P>>): OnDemand<P> {
  let loaded: ComponentType<P> | null = null
  let failed: { error: unknown } | null = null
  let loading: Promise<void> | null = null
  const fetchCode = (): Promise<void> => {
    failed = null
    loading ??= load()
      .then(
        (component) => {
          loaded = component
        },
        (error: unknown) => {
          failed = { error }
        },
      )
      .finally(() => {
        loading = null
      })
    return loading
  }
  const Demanded = (props: P) => {
    if (loaded) {
      const Component = loaded
      return <Component {...props} />
    }
    if (!failed) throw fetchCode()
    const { error } = failed
    failed = null
    throw error
  }
  return Object.assign(Demanded, {
    preload() {
      if (!loaded) void fetchCode().then(() => (failed = null))
    },
  })
}
