// SPDX-License-Identifier: BSL-1.0
#pragma once
/// @file
/// Storage of descriptors that are made at run time: inverses, definitions read off a state, catalogs. Descriptors point at
/// each other, so they live together and end together.

#include <skein/model/automatic_name.hpp>
#include <skein/model/step.hpp>

#include <memory>
#include <string_view>
#include <vector>

namespace skein::checks {

class arena {
 public:
  template <class T>
  const T* make(T value) {
    auto owned = std::make_shared<T>(std::move(value));
    const T* p = owned.get();
    held_.push_back(std::move(owned));
    return p;
  }
  template <class T>
  model::list<T> make_list(const std::vector<T>& values) {
    const std::vector<T>* kept = make(values);
    return {kept->data(), static_cast<model::u32>(kept->size())};
  }
  /// Of one.
  template <class T>
  model::list<T> list_of(T value) {
    return {make(std::move(value)), 1};
  }
  model::text_view text(std::string_view s) {
    const std::vector<char>* kept = make(std::vector<char>(s.begin(), s.end()));
    return model::view(kept->empty() ? "" : kept->data(), kept->size());
  }
  const model::ident* name(const model::name_ref& n) {
    if (n.given) return n.given;
    const model::short_text t = model::naming::write(n);
    return make(model::ident(t.text, t.size));
  }

 private:
  std::vector<std::shared_ptr<void>> held_;
};

}  // namespace skein::checks
