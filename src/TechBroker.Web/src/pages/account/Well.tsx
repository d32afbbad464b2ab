import { CheckCircleOutlined } from '@ant-design/icons'

/** Nothing to do: all is well. */
export function Well({ text }: { text: string }) {
  return <p className="account-well" role="status"><CheckCircleOutlined />{text}</p>
}
