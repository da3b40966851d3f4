import { useRef, useState } from 'react'
import { failureMessage } from '../backend/failure-messages.ts'
import { gather } from './gather.ts'
import type { Material } from './materials.ts'

export interface Said {
  tone: 'good' | 'bad'
  text: string
  /** The folder the files lie in, to be shown. */
  folderId?: string
}

interface Job<T> {
  materials: readonly Material[]
  load(material: Material): Promise<T>
  /** What to say at the end; null for nothing. */
  use(result: T[]): Promise<Said | null>
  /** What is there already when it is stopped, or fails, with so many done. */
  left(done: number): string
}

/** Makes one material after the other, with its progress, and stops where the user says. */
export function useMaking(flush: () => Promise<boolean>) {
  const [running, setRunning] = useState<{ done: number; total: number; label: string } | null>(null)
  const [said, setSaid] = useState<Said | null>(null)
  const stop = useRef<AbortController | null>(null)

  /** @returns whether what was typed is stored; says so when it is not */
  const ready = async () => {
    setSaid(null)
    if (await flush()) return true
    setSaid({ tone: 'bad', text: '刚才的改动还没有存好；存好以后请再点一次。' })
    return false
  }

  const run = async <T>({ materials, load, use, left }: Job<T>) => {
    if (!(await ready())) return
    const controller = new AbortController()
    stop.current = controller
    const { length: total } = materials
    let count = 0
    try {
      const result = await gather({
        materials,
        load,
        signal: controller.signal,
        onProgress: (done, label) => {
          count = done
          setRunning({ done, total, label })
        },
        onStop: (done) => {
          count = done
        },
      })
      const text: Said | null = result === null ? { tone: 'good', text: `已经停下，${left(count)}` } : await use(result)
      if (text) setSaid(text)
    } catch (error) {
      setSaid({ tone: 'bad', text: `${failureMessage(error)}${count > 0 ? left(count) : ''}` })
    }
    stop.current = null
    setRunning(null)
  }

  return { running, said, setSaid, ready, run, stop: () => stop.current?.abort() }
}
