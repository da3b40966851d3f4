import { zipSync } from 'fflate'
import { canonicalState } from '../../shared/merge/state.ts'
import { digestOf, type Manifest, type MeetingPackage, PACKAGE_FORMAT } from './meeting-package.ts'

/** The oldest day a zip can name: the same content gives the same bytes but for the manifest's time. */
const NO_TIME = new Date(1980, 0, 1)

/** A meeting as the bytes of a file, without a password. */
export function writePackage({ head, parcel, versions, history, absent, clues, pack }: MeetingPackage): Uint8Array {
  const known = parcel.known.map(({ digest, ancestors, state }) => [
    `known/${digest}.json`,
    `{"ancestors":${JSON.stringify([...ancestors].sort())},"state":${canonicalState(state)}}`,
  ])
  const texts: [string, string][] = [
    ['state.json', canonicalState(parcel.state)],
    ['versions.json', JSON.stringify(versions)],
    ['history.json', JSON.stringify(history)],
    ['handouts.json', JSON.stringify({ absent })],
    ...(known as [string, string][]),
    ...(clues ? ([['clues.json', JSON.stringify(clues)]] as [string, string][]) : []),
    ...(pack === null ? [] : ([['pack.json', JSON.stringify({ text: pack })]] as [string, string][])),
  ]
  const parts = texts.map(([name, text]): [string, Uint8Array] => [name, new TextEncoder().encode(text)])
  const manifest: Manifest = {
    kind: 'huibei-meeting',
    format: PACKAGE_FORMAT,
    ...head,
    options: { clues: clues !== null },
    digest: parcel.digest,
    ancestors: [...parcel.ancestors].sort(),
    entries: parts.map(([name, bytes]) => ({ name, size: bytes.length, sha256: digestOf(bytes) })),
  }
  const first: [string, Uint8Array] = ['manifest.json', new TextEncoder().encode(JSON.stringify(manifest, null, 2))]
  return zipSync(Object.fromEntries([first, ...parts]), { level: 6, mtime: NO_TIME })
}
