import type { TourStep } from '../help/Tour.tsx'
import type { PaneTab } from './RightPane.tsx'

/** What a newcomer is shown in a meeting, in five steps. */
export function tourSteps(showTab: (tab: PaneTab) => void): TourStep[] {
  return [
    {
      target: 'outline',
      title: '左边是文稿和提纲',
      text: '点提纲跳到那一部分，拖动能整段换位置，序号自己重排。记号说明每一部分写得怎样。',
    },
    {
      target: 'points',
      title: '要点清单：该说的都说了没有',
      text: '点开一条，写到了的会在文稿里亮起来；没写到的，点“放进文稿，照着填”。',
      enter: () => showTab('points'),
    },
    {
      target: 'findings',
      title: '校核：有没有出错',
      text: '残留、前后不一、过时的提法、错别字，按轻重排好。按 F8 一处一处看，能一键改的直接改。',
      enter: () => showTab('findings'),
    },
    {
      target: 'facts',
      title: '要素：姓名、日期只改一处',
      text: '改了这里，各份文稿一起变。没有填的在文稿里显示为【名称】，底下的“待填”数着还有几处。',
      enter: () => showTab('facts'),
    },
    {
      target: 'deliver',
      title: '写完了：导出 Word 或打印',
      text: '之前会先出一张交稿检查。平时不用按保存，旁边写着“已保存”就是真的存好了。',
      enter: () => showTab('points'),
    },
  ]
}
