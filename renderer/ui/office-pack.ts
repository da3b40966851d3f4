import { builtInPack, type Pack } from '../../shared/packs/pack.ts'
import { createStore, useStore } from './store.ts'

/** The pack the office works with: the shipped one until the host has said otherwise. */
export const officePack = createStore<Pack>(builtInPack)

export const useOfficePack = (): Pack => useStore(officePack)
