import { useState } from 'react'
import { type OfficeRules, officeRulesSchema } from '../../shared/model/rectification/office-rules.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextField } from '../ui/TextField.tsx'
import { type RuleLines, readRuleLines, ruleLines } from './rule-lines.ts'

interface RulesDialogProps {
  rules: OfficeRules
  onSave(rules: OfficeRules): void
  onClose(): void
}

const FIELDS: { key: keyof RuleLines; label: string; hint: string; lines: number }[] = [
  { key: 'frameworks', label: '问题类别（按轮次的框架）', hint: '每行一个框架：四个聚焦：类别一；类别二', lines: 5 },
  {
    key: 'measureTypes',
    label: '整改类型和时限',
    hint: '每行一种：立行立改：15个工作日；限期整改：集中整改期；长期坚持：无',
    lines: 5,
  },
  {
    key: 'measureStatuses',
    label: '整改状态',
    hint: '每行一种，冒号后写 未启动、整改中 或 已完成，统计按它算',
    lines: 5,
  },
  { key: 'closingSteps', label: '销号的环节', hint: '每行一个，按先后；最后一个办完就是销号', lines: 4 },
  {
    key: 'chain',
    label: '责任链条（新会议照它排）',
    hint: '每行一环：位置：名称：职责。位置是 主体、书记、班子成员、监督、统筹、职能部门、上级领导',
    lines: 6,
  },
  { key: 'holidays', label: '放假的日子', hint: '用空格隔开：2027-01-01 2027-02-06', lines: 2 },
  { key: 'workingWeekends', label: '调休上班的周末', hint: '用空格隔开', lines: 1 },
  { key: 'limits', label: '督办的界限', hint: '一个人最多几条没办完的措施、几天没动静算停滞、提前几天提醒', lines: 1 },
  { key: 'clueKinds', label: '线索类别', hint: '用、隔开', lines: 1 },
  { key: 'clueHandling', label: '线索处置方式', hint: '用、隔开', lines: 1 },
  { key: 'clueForms', label: '四种形态', hint: '用、隔开；和处置方式是两回事', lines: 1 },
]

/** 台账规则: the office's own words, terms and calendar, as lines to be edited. */
export function RulesDialog({ rules, onSave, onClose }: RulesDialogProps) {
  const [lines, setLines] = useState(() => ruleLines(rules))
  const read = readRuleLines(lines)
  return (
    <Dialog
      title="台账规则"
      size="sheet"
      onClose={onClose}
      footer={
        <>
          <Button onPress={() => setLines(ruleLines(officeRulesSchema.parse({})))}>恢复原来的</Button>
          <Button onPress={onClose}>不改了</Button>
          <Button look="primary" isDisabled={!read.rules} onPress={() => read.rules && onSave(read.rules)}>
            用这些规则
          </Button>
        </>
      }
    >
      <p>本单位所有会议都用这些规则。已经写进台账的不会被改动。</p>
      {read.problem && (
        <p role="alert" className="banner banner-bad">
          {read.problem}
        </p>
      )}
      {FIELDS.map(({ key, label, hint, lines: height }) => (
        <TextField
          key={key}
          label={label}
          hint={hint}
          lines={height}
          value={lines[key]}
          onInput={(value) => setLines((now) => ({ ...now, [key]: value }))}
        />
      ))}
    </Dialog>
  )
}
