import { lazy, Suspense } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { About } from './About.tsx'

/** With its pictures it is larger than the program, and seldom needed. */
const Manual = lazy(async () => ({ default: (await import('./Manual.tsx')).Manual }))

export interface ShortcutGroup {
  title: string
  shortcuts: readonly { label: string; keys: string }[]
}

const GUIDE: readonly { title: string; text: string }[] = [
  {
    title: '从哪里开始',
    text: '新建会议，把知道的会议要素填上，文稿就按反馈会议讲话的路数搭好了。灰字是每一处该写什么的提示，点进去直接写，提示自己消失，也不会印出来。',
  },
  {
    title: '会议要素',
    text: '单位、姓名、日期这些写成要素，改一处，各份文稿一起变。没有填的在文稿里显示为【名称】。打“【”就能选一个要素插进去。',
  },
  {
    title: '要点清单',
    text: '右边列出这类文稿该说的要点。对勾是已写到，点开能看到是哪一句；没写到的，点“放进文稿，照着填”，提示就落到该写的位置。程序判断不准时，可以“我看过，已写到”，或者说明“这次不适用”。',
  },
  {
    title: '校核',
    text: '残留的叉号空格、前后不一致的名称和数字、过时的提法、错别字和标点，都按轻重列在右边。按 F8 一处一处看；能一键改的点“改为”；确实没错的，写上理由忽略。',
  },
  {
    title: '保存',
    text: '不用按保存：停手不到半秒就存。右上角写着“已保存”和时间，才是真的存好了。程序隔一段时间留一个旧版本，在“版本”里可以对照、换回。',
  },
  {
    title: '交稿',
    text: '导出 Word 或打印之前，先出一张交稿检查：必须处理的、要看一眼的、已放行的。急着要也可以照样导出，检查结果和这一版留在一起。',
  },
]

interface HelpDialogProps {
  shortcuts: readonly ShortcutGroup[]
  onTour(): void
  onClose(): void
}

/** F1: the program in six paragraphs with every key, the manual, and what this program is. It needs no network. */
export function HelpDialog({ shortcuts, onTour, onClose }: HelpDialogProps) {
  return (
    <Dialog
      title="帮助"
      size="sheet"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onTour}>再看一遍引导</Button>
          <Button look="primary" onPress={onClose}>
            好
          </Button>
        </>
      }
    >
      <Tabs className="help-tabs">
        <TabList className="tabs" aria-label="帮助">
          <Tab id="guide" className="tab">
            速查
          </Tab>
          <Tab id="manual" className="tab">
            使用手册
          </Tab>
          <Tab id="about" className="tab">
            关于会备
          </Tab>
        </TabList>
        <TabPanel id="guide" className="help">
          <Guide shortcuts={shortcuts} />
        </TabPanel>
        <TabPanel id="manual">
          <Suspense fallback={<p aria-busy="true">正在打开手册…</p>}>
            <Manual />
          </Suspense>
        </TabPanel>
        <TabPanel id="about">
          <About />
        </TabPanel>
      </Tabs>
    </Dialog>
  )
}

function Guide({ shortcuts }: Pick<HelpDialogProps, 'shortcuts'>) {
  return (
    <>
      <div className="help-guide">
        {GUIDE.map(({ title, text }) => (
          <section key={title}>
            <h3>{title}</h3>
            <p>{text}</p>
          </section>
        ))}
      </div>
      <div className="help-keys">
        {shortcuts.map((group) => (
          <section key={group.title}>
            <h3>{group.title}</h3>
            <dl>
              {group.shortcuts.map(({ label, keys }) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>
                    <kbd>{keys}</kbd>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </>
  )
}
