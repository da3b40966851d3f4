import { useState } from 'react'
import type { PackOverrides } from '../../shared/model/pack-overrides.ts'
import { TextField } from '../ui/TextField.tsx'
import { SettingsGroup } from './SettingsGroup.tsx'

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

interface OwnWordsProps {
  words: PackOverrides['words']
  /** Gives what is wrong with them. */
  onChange(words: PackOverrides['words']): Promise<string | null>
}

/** 易错词 of this office. */
export function OwnWords({ words, onChange }: OwnWordsProps) {
  const [problem, setProblem] = useState<string | null>(null)
  return (
    <SettingsGroup title="本单位的易错词">
      <div className="pack-wide">
        <TextField
          label="写错的→正确的"
          hint="一行一个，例如：柳西镇→柳溪镇"
          lines={4}
          problem={problem}
          maxLength={20_000}
          value={words.map(({ wrong, right }) => `${wrong}→${right}`).join('\n')}
          onCommit={(text) =>
            void onChange(
              linesOf(text).map((line) => {
                const [wrong = '', right = ''] = line.split(/→|->|＞|>/).map((part) => part.trim())
                return { wrong, right }
              }),
            ).then(setProblem)
          }
        />
      </div>
    </SettingsGroup>
  )
}

interface OwnTermsProps {
  terms: PackOverrides['terms']
  /** Gives what is wrong with them. */
  onChange(terms: PackOverrides['terms']): Promise<string | null>
}

/** Terms of which a paper uses one form. */
export function OwnTerms({ terms, onChange }: OwnTermsProps) {
  const [problem, setProblem] = useState<string | null>(null)
  return (
    <SettingsGroup title="本单位的统一用语" note="同一份文稿里只用一种">
      <div className="pack-wide">
        <TextField
          label="同一个意思的几种写法"
          hint="一行一组，用顿号隔开，常用的写在前面，例如：整改专班、整改工作专班"
          lines={4}
          problem={problem}
          maxLength={20_000}
          value={terms.map(({ forms }) => forms.join('、')).join('\n')}
          onCommit={(text) =>
            void onChange(
              linesOf(text).map((line) => ({
                forms: line
                  .split('、')
                  .map((form) => form.trim())
                  .filter((form) => form !== ''),
              })),
            ).then(setProblem)
          }
        />
      </div>
    </SettingsGroup>
  )
}
