import { PAGE_NUMBER_FORMS, pageNumberText } from '../../shared/model/page-number.ts'
import { PAGE_PRESETS, pagePreset } from '../../shared/model/page-presets.ts'
import type { Settings } from '../../shared/model/settings.ts'
import { Choice } from '../ui/Choice.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import { NumberField } from './NumberField.tsx'
import { SettingsGroup } from './SettingsGroup.tsx'

type Layout = Settings['layout']

const MARGINS = [
  { id: 'top', label: '上（天头）' },
  { id: 'bottom', label: '下' },
  { id: 'left', label: '左（订口）' },
  { id: 'right', label: '右' },
] as const

const FONT_ROLES = [
  { id: 'title', label: '标题' },
  { id: 'body', label: '正文' },
  { id: 'kai', label: '二级标题、署名' },
  { id: 'hei', label: '一级标题' },
  { id: 'song', label: '页码' },
  { id: 'latin', label: '数字和字母' },
] as const

interface LayoutSettingsProps {
  layout: Layout
  onChange(fields: Partial<Layout>): void
  handouts: Settings['handouts']
  onHandouts(fields: Partial<Settings['handouts']>): void
}

/** 版面: how the papers of this office look on screen, in print and in Word. */
export function LayoutSettings({ layout, onChange, handouts, onHandouts }: LayoutSettingsProps) {
  return (
    <>
      <SettingsGroup title="版面" note="默认值照国家标准 GB/T 9704—2012；与国标不同的，交稿检查会列出来">
        <PageFields layout={layout} onChange={onChange} />
        <FontFields layout={layout} onChange={onChange} />
        <PageNumberFields layout={layout} onChange={onChange} />
        <FrontFields layout={layout} onChange={onChange} />
        <NumberField
          label="签到表、签收单末尾的空行"
          unit="行"
          value={handouts.blankRows}
          onCommit={(blankRows) => onHandouts({ blankRows })}
        />
        <Choice
          label="签到表、桌签、名单的先后"
          value={handouts.order}
          options={[
            { id: 'rank', label: '按名册' },
            { id: 'agenda', label: '发言人按议程在前' },
          ]}
          onChange={(order) => onHandouts({ order })}
        />
      </SettingsGroup>
      <SettingsGroup title="大字稿" note="讲话时放在台上的那一份">
        <LecternFields layout={layout} onChange={onChange} />
      </SettingsGroup>
    </>
  )
}

type FieldsProps = Pick<LayoutSettingsProps, 'layout' | 'onChange'>

function PageFields({ layout, onChange }: FieldsProps) {
  const preset = pagePreset(layout)
  const own = preset ? [] : [{ id: 'own', label: '本单位自己的数' }]
  const value: string = preset?.id ?? 'own'
  return (
    <>
      <Select
        label="版心"
        value={value}
        options={[...PAGE_PRESETS, ...own]}
        onChange={(id) => {
          const chosen = PAGE_PRESETS.find((candidate) => candidate.id === id)
          if (!chosen) return
          const { margins, linePitch, pageNumberGap } = chosen
          onChange({ margins, linePitch, pageNumberGap })
        }}
      />
      {MARGINS.map(({ id, label }) => (
        <NumberField
          key={id}
          label={`页边距 ${label}`}
          unit="毫米"
          value={layout.margins[id]}
          onCommit={(value) => onChange({ margins: { ...layout.margins, [id]: value } })}
        />
      ))}
      <NumberField
        label="正文行距"
        unit="磅"
        value={layout.linePitch}
        onCommit={(linePitch) => onChange({ linePitch })}
      />
      <Select
        label="每行 28 字"
        value={layout.grid}
        options={[
          { id: 'lines', label: '微调字距', note: 'Word、WPS、LibreOffice 都认' },
          { id: 'linesAndChars', label: 'Word 字符网格', note: '本单位模板要求时才选' },
        ]}
        onChange={(grid) => onChange({ grid })}
      />
    </>
  )
}

function FontFields({ layout, onChange }: FieldsProps) {
  return (
    <>
      <Select
        label="字体"
        value={layout.fonts}
        options={[
          { id: 'standard', label: '公文常用字体', note: '方正小标宋、仿宋_GB2312、楷体_GB2312' },
          { id: 'windows', label: 'Windows 自带字体', note: '仿宋、楷体、黑体、宋体' },
          { id: 'custom', label: '自己指定' },
        ]}
        onChange={(fonts) => onChange({ fonts })}
      />
      {layout.fonts === 'custom' &&
        FONT_ROLES.map(({ id, label }) => (
          <TextField
            key={id}
            label={`字体：${label}`}
            value={layout.customFonts[id]}
            maxLength={60}
            onCommit={(name) => onChange({ customFonts: { ...layout.customFonts, [id]: name } })}
          />
        ))}
      <Choice
        label="标题加粗"
        value={`${Number(layout.boldLevel2)}${Number(layout.boldLevel3)}`}
        options={[
          { id: '00', label: '都不加' },
          { id: '10', label: '二级' },
          { id: '01', label: '三级' },
          { id: '11', label: '二、三级' },
        ]}
        onChange={(bold) => onChange({ boldLevel2: bold[0] === '1', boldLevel3: bold[1] === '1' })}
      />
    </>
  )
}

function PageNumberFields({ layout, onChange }: FieldsProps) {
  return (
    <>
      <Select
        label="页码"
        value={layout.pageNumber}
        options={[
          { id: 'outside', label: '单页居右、双页居左' },
          { id: 'centre', label: '居中' },
          { id: 'none', label: '不要页码' },
        ]}
        onChange={(pageNumber) => onChange({ pageNumber })}
      />
      <Select
        label="页码写法"
        value={layout.pageNumberForm}
        options={PAGE_NUMBER_FORMS.map((id) => ({ id, label: pageNumberText(id, 1, 8) }))}
        onChange={(pageNumberForm) => onChange({ pageNumberForm })}
      />
      <NumberField
        label="页码离版心"
        unit="毫米"
        value={layout.pageNumberGap}
        onCommit={(pageNumberGap) => onChange({ pageNumberGap })}
      />
    </>
  )
}

function FrontFields({ layout, onChange }: FieldsProps) {
  return (
    <>
      <Select
        label="标题下面"
        value={layout.bylineOrder}
        options={[
          { id: 'date-first', label: '先日期，后讲话人' },
          { id: 'speaker-first', label: '先讲话人，后日期' },
        ]}
        onChange={(bylineOrder) => onChange({ bylineOrder })}
      />
      <Select
        label="标题下面的日期"
        value={layout.bylineDate}
        options={[
          { id: 'as-written', label: '照文稿里写的' },
          { id: 'brackets', label: '（2026年11月22日）', note: '都加圆括号' },
          { id: 'bare', label: '2026年11月22日', note: '都不加圆括号' },
        ]}
        onChange={(bylineDate) => onChange({ bylineDate })}
      />
      <Choice
        label="两个字的姓名"
        value={layout.bylineName}
        options={[
          { id: 'spaced', label: '张　三' },
          { id: 'as-written', label: '张三' },
        ]}
        onChange={(bylineName) => onChange({ bylineName })}
      />
    </>
  )
}

function LecternFields({ layout, onChange }: FieldsProps) {
  return (
    <>
      <Select
        label="大字稿字号"
        value={String(layout.podiumSize)}
        options={[
          { id: '18', label: '小二号' },
          { id: '22', label: '二号' },
          { id: '26', label: '一号' },
        ]}
        onChange={(size) => onChange({ podiumSize: Number(size) as Layout['podiumSize'] })}
      />
      <NumberField
        label="大字稿行距"
        unit="倍字号"
        value={layout.podiumLine}
        onCommit={(podiumLine) => onChange({ podiumLine })}
      />
      <NumberField
        label="为了段落或句子不断开，页末最多空"
        unit="行"
        value={layout.podiumBlankLines}
        onCommit={(podiumBlankLines) => onChange({ podiumBlankLines })}
      />
      <Choice
        label="大字稿里的生僻字"
        value={layout.podiumRarePinyin ? 'on' : 'off'}
        options={[
          { id: 'on', label: '上面注拼音' },
          { id: 'off', label: '不注' },
        ]}
        onChange={(choice) => onChange({ podiumRarePinyin: choice === 'on' })}
      />
      <TextField
        label="大字稿里另外要注音的字词"
        hint="用顿号隔开；要指定读音就写在括号里，例如：单县(shàn xiàn)、仇海"
        value={layout.podiumPinyinWords}
        maxLength={2000}
        onCommit={(podiumPinyinWords) => onChange({ podiumPinyinWords })}
      />
      <NumberField
        label="大字稿每讲多久标一次时间"
        unit="分钟，0 为不标"
        value={layout.podiumTimeMarks}
        onCommit={(podiumTimeMarks) => onChange({ podiumTimeMarks })}
      />
    </>
  )
}
