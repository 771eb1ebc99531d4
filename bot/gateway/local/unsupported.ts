import { Puppet, throwUnsupportedError } from 'wechaty-puppet';

const unsupported = async (): Promise<never> => throwUnsupportedError();

/** What a chat of texts, files and rooms does not have. Each call rejects with the library's own "unsupported" error. */
export abstract class PlainChatPuppet extends Puppet {
  override contactAlias = unsupported;
  override contactAvatar = unsupported;
  override contactCorporationRemark = unsupported;
  override contactDescription = unsupported;
  override contactPhone = unsupported;
  override contactSelfQRCode = unsupported;
  override conversationReadMark = unsupported;
  override contactSelfSignature = unsupported;
  override friendshipAccept = unsupported;
  override friendshipAdd = unsupported;
  override friendshipRawPayload = unsupported;
  override friendshipRawPayloadParser = unsupported;
  override friendshipSearchHandle = unsupported;
  override friendshipSearchPhone = unsupported;
  override messageContact = unsupported;
  override messageLocation = unsupported;
  override messageMiniProgram = unsupported;
  override messageSendContact = unsupported;
  override messageSendLocation = unsupported;
  override messageSendMiniProgram = unsupported;
  override messageSendPost = unsupported;
  override messageSendUrl = unsupported;
  override messageUrl = unsupported;
  override postPublish = unsupported;
  override postRawPayload = unsupported;
  override postRawPayloadParser = unsupported;
  override postSearch = unsupported;
  override roomAnnounce = unsupported;
  override roomAvatar = unsupported;
  override roomInvitationAccept = unsupported;
  override roomInvitationRawPayload = unsupported;
  override roomInvitationRawPayloadParser = unsupported;
  override roomQRCode = unsupported;
  override roomQuit = unsupported;
  override tagContactAdd = unsupported;
  override tagContactDelete = unsupported;
  override tagContactList = unsupported;
  override tagContactRemove = unsupported;
  override tap = unsupported;
  override tapSearch = unsupported;
}
