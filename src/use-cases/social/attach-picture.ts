import { refuse } from '../../domain/shared';
import type { Result } from '../../domain/shared';
import type { PictureRefusal } from '../../domain/social';
import type { SocialPorts } from './social-ports';
import { voidApproval } from './void-approval';

export type AttachedPicture = {
  readonly key: string;
  readonly width: number;
  readonly height: number;
};

/**
 * Gives a post a photograph instead of a drawn card: cleaned of the place and the camera's notes, kept where no public
 * address leads. It is an edit: the approval is void.
 *
 * @param uploadedPath what was sent, as the server named it. The caller removes it.
 */
export async function attachPicture(
  ports: SocialPorts,
  postCode: string,
  uploadedPath: string,
  by: string,
): Promise<Result<AttachedPicture, PictureRefusal>> {
  const post = await ports.content.postByCode(postCode);
  if (post === null) return refuse({ kind: 'post-not-found', postCode });
  const folder = await ports.files.makeScratchFolder('picture');
  try {
    const cleanPath = `${folder}/clean.jpg`;
    const size = await ports.painter.clean(uploadedPath, cleanPath);
    if (size === null) return refuse({ kind: 'not-a-picture' });
    const key = `pictures/${ports.system.newId()}.jpg`;
    await ports.files.adopt(cleanPath, key);
    await ports.content.setPostPicture(post.documentId, key);
    await voidApproval(ports, postCode);
    await ports.journal.write({
      at: ports.system.now(),
      by,
      action: 'post-picture-attached',
      subject: postCode,
      details: { key },
    });
    return { ok: true, value: { key, ...size } };
  } finally {
    await ports.files.removeScratchFolder(folder);
  }
}
