import { createContext, useContext } from 'react'
import type { Backend } from '../../shared/contract/backend.ts'

export const BackendContext = createContext<Backend | null>(null)

export function useBackend(): Backend {
  const backend = useContext(BackendContext)
  if (!backend) throw new Error('no backend around this component')
  return backend
}
