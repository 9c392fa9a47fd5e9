package exemplar.backend.llama;

/// Where the members of the library's structures lie, for one version of it. Held against the
/// library's own defaults before anything else is called.
///
/// @param version as llama.cpp counts its builds
/// @param modelParams bytes of `llama_model_params`
/// @param contextParams bytes of `llama_context_params`
record Layout(
        String version,
        int modelParams,
        int contextParams,
        int nCtx,
        int nBatch,
        int nUbatch,
        int nSeqMax,
        int nThreads,
        int nThreadsBatch,
        int abortCallback,
        int abortData,
        int useMmap) {

    /// Build 4916, inside `de.kherud:llama` 4.2.0.
    static final Layout B4916 = new Layout("b4916", 64, 120, 0, 4, 8, 12, 16, 20, 104, 112, 57);
}
