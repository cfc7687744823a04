/** What phones, recorders and studios make; the check on the server decides. */
export const SOUND_TYPES = 'audio/*,.mp3,.wav,.m4a,.ogg,.opus,.flac,.amr,.aac,.3gp';
