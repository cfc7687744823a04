// Included before everything else when better-sqlite3 12 is compiled; see scripts/lib/mend-sqlite.mjs.
//
// Since Node 24.19 the destructor of node::ObjectWrap removes a cleanup hook and aborts the process when no context is
// entered, which is how the garbage collector calls it. Without the hook it does what it did in every Node before.
#include "node.h"

namespace node {
inline void YeelenKeepNoHook(v8::Isolate*, void (*)(void*), void*) {}
}  // namespace node

#define AddEnvironmentCleanupHook YeelenKeepNoHook
#define RemoveEnvironmentCleanupHook YeelenKeepNoHook
#include "node_object_wrap.h"
#undef AddEnvironmentCleanupHook
#undef RemoveEnvironmentCleanupHook
