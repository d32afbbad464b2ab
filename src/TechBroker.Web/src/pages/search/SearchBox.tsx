import { SearchOutlined } from '@ant-design/icons'
import { Button, Input, Space } from 'antd'
import { useEffect, useState } from 'react'
import { useI18n } from '../../i18n'

/** The API takes no more. */
const longestQuestion = 500

export function SearchBox(props: { value?: string; placeholder: string; onSearch: (q: string) => void; size?: 'large' }) {
  const { t } = useI18n()
  const [text, setText] = useState(props.value ?? '')
  useEffect(() => setText(props.value ?? ''), [props.value])
  return (
    <form
      role="search"
      className="search-box"
      onSubmit={event => {
        event.preventDefault()
        props.onSearch(text.trim())
      }}
    >
      <Space.Compact block size={props.size}>
        <Input
          type="search"
          name="q"
          allowClear
          maxLength={longestQuestion}
          value={text}
          placeholder={props.placeholder}
          aria-label={props.placeholder}
          onChange={event => setText(event.target.value)}
        />
        <Button type="primary" htmlType="submit" icon={<SearchOutlined />}>{t('search.go')}</Button>
      </Space.Compact>
    </form>
  )
}
